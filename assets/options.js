/* How an option of a filter is drawn: indented by its place in the tree, with the number of its rows. */
window.dashMantineFunctions = window.dashMantineFunctions || {};

window.dashMantineFunctions.countedOption = function (props) {
  const make = window.React.createElement;
  const option = props.option;
  return make(
    "div",
    { className: "option", style: { paddingLeft: 14 * (option.depth || 0) } },
    make("span", { className: "option-check", "aria-hidden": true }, props.checked ? "✓" : ""),
    make("span", { className: "option-name" }, option.label),
    option.rows === undefined ? null : make("span", { className: "option-rows" }, String(option.rows))
  );
};

/* The address bar is the page's only state: controls write it here, and the server answers whatever it says. */
(function () {
  "use strict";

  const PREFIX = "control-";
  const PLOT = ["plot", "figure", "period", "whose"];
  const RESETS = { plot: ["figure", "period", "whose"], figure: ["period"] };
  const NARROW = 640;

  function none() {
    return window.dash_clientside.no_update;
  }

  function parameters() {
    return new URLSearchParams(window.location.search);
  }

  /* Goes to the address with these parameters; the Location component hears of it as of any other change. */
  function go(found) {
    const search = found.toString();
    const target = window.location.pathname + (search ? "?" + search : "");
    if (target !== window.location.pathname + window.location.search) {
      window.history.pushState({}, "", target);
      window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    }
  }

  function same(one, other) {
    const plain = (value) => JSON.stringify(value === null || value === undefined || value === "" ? [] : [].concat(value));
    return plain(one) === plain(other);
  }

  function write(found, name, value) {
    found.delete(name);
    [].concat(value === null || value === undefined ? [] : value).forEach(function (one) {
      if (one !== "") found.append(name, one);
    });
  }

  function openClaim(claim) {
    const found = parameters();
    found.set("claim", claim);
    go(found);
  }

  function closeClaim() {
    const found = parameters();
    found.delete("claim");
    go(found);
  }

  function readAddress(search, query, selected, narrow) {
    const found = new URLSearchParams(search || "");
    const claim = found.get("claim");
    found.delete("claim");
    const rest = found.toString();
    const now = rest ? "?" + rest : "";
    const isNarrow = window.innerWidth <= NARROW;
    return [
      now === query ? none() : now,
      claim === selected ? none() : claim,
      isNarrow === narrow ? none() : isNarrow,
    ];
  }

  function controlsChanged() {
    const shown = arguments[arguments.length - 1];
    if (!shown) return;
    const found = parameters();
    let changed = false;
    window.dash_clientside.callback_context.triggered.forEach(function (one) {
      const name = one.prop_id.split(".")[0].slice(PREFIX.length);
      if (same(one.value, shown.values[name])) return;
      changed = true;
      write(found, name, one.value);
      (RESETS[name] || []).forEach((other) => found.delete(other));
    });
    if (changed) go(found);
  }

  function buttonPressed(reset, earlier, later, shown) {
    const pressed = window.dash_clientside.callback_context.triggered[0];
    if (!pressed || !pressed.value || !shown) return;
    const id = pressed.prop_id.split(".")[0];
    const found = parameters();
    if (id === "reset") {
      Array.from(found.keys()).forEach(function (name) {
        if (!PLOT.includes(name) && name !== "lang" && name !== "claim") found.delete(name);
      });
    } else {
      const place = shown.periods.indexOf(shown.values.period) + (id === "step-earlier" ? 1 : -1);
      if (place < 0 || place >= shown.periods.length) return;
      found.set("period", shown.periods[place]);
    }
    go(found);
  }

  function markClicked(click) {
    const point = click && click.points && click.points[0];
    if (!point || !point.customdata) return none();
    openClaim(point.customdata[0]);
    return null; /* so that the same mark can be clicked again */
  }

  /* On a phone the filters begin folded, so that the charts are in sight. */
  function pageShown() {
    const filters = document.getElementById("filters");
    if (filters && window.innerWidth <= NARROW) filters.open = false;
  }

  function newRows() {
    const grid = document.getElementById("grid");
    if (!grid || !window.dash_ag_grid) return;
    try {
      const api = window.dash_ag_grid.getApi("grid");
      if (api) {
        api.ensureIndexVisible && api.getDisplayedRowCount() && api.ensureIndexVisible(0, "top");
        api.purgeInfiniteCache();
      }
    } catch (error) {
      /* the grid is not there yet; it will ask for its first rows itself */
    }
  }

  let opener = null;

  function panelChanged(children, selected) {
    const panel = document.getElementById("source-panel");
    if (!panel) return;
    const wasOpen = panel.dataset.open === "true";
    panel.dataset.open = selected ? "true" : "false";
    markRow(selected);
    if (selected && !wasOpen) panel.scrollTop = 0;
    if (selected && window.innerWidth <= 1100 && !panel.contains(document.activeElement)) {
      opener = document.activeElement;
      document.getElementById("panel-close").focus({ preventScroll: true });
    }
    if (!selected && opener) {
      opener.focus({ preventScroll: true });
      opener = null;
    }
  }

  function markRow(claim) {
    document.querySelectorAll(".ag-row.open-row").forEach((row) => row.classList.remove("open-row"));
    if (claim) {
      document.querySelectorAll('.ag-row[row-id="' + CSS.escape(claim) + '"]').forEach((row) => row.classList.add("open-row"));
    }
  }

  function copy(words) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(words);
    const area = document.createElement("textarea");
    area.value = words;
    document.body.appendChild(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    return Promise.resolve();
  }

  function say(words) {
    const place = document.getElementById("copied");
    if (!place) return;
    place.textContent = words;
    window.setTimeout(() => { place.textContent = ""; }, 2500);
  }

  function copied() {
    const place = document.getElementById("copied");
    say(place ? place.dataset.said : "");
  }

  document.addEventListener("click", function (event) {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    const row = target.closest("#grid .ag-row[row-id]");
    const statement = target.closest("[data-claim]");
    const words = target.closest("[data-copy]");
    const link = target.closest("[data-copy-link]");
    if (target.closest("#panel-close")) closeClaim();
    else if (statement) openClaim(statement.dataset.claim);
    else if (words) copy(words.dataset.copy).then(copied);
    else if (link) copy(window.location.origin + window.location.pathname + "?claim=" + encodeURIComponent(link.dataset.copyLink)).then(copied);
    else if (row && !String(window.getSelection())) openClaim(row.getAttribute("row-id"));
  });

  document.addEventListener("keydown", function (event) {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    const row = target.closest("#grid .ag-row[row-id]");
    if (event.key === "Enter" && row) openClaim(row.getAttribute("row-id"));
    const inMenu = target.closest("[aria-expanded='true']");
    if (event.key === "Escape" && !inMenu && parameters().has("claim")) closeClaim();
  });

  document.addEventListener("submit", function (event) {
    if (event.target instanceof Element && event.target.closest(".filter-bar")) event.preventDefault();
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    baoshu: {
      readAddress: readAddress,
      controlsChanged: controlsChanged,
      buttonPressed: buttonPressed,
      markClicked: markClicked,
      pageShown: pageShown,
      newRows: newRows,
      panelChanged: panelChanged,
    },
  });
})();

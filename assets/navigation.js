/* The address bar is the only state: controls write it here, and the server answers whatever it says. */
(function () {
  "use strict";

  const RESETS = { plot: ["figure", "period", "whose"], figure: ["period"] };
  const FILTER = ["publication", "from", "to", "sector", "indicator", "measure", "kind", "status", "review", "q", "asof"];
  const NARROW = 640;
  const DRAWER = 1100;
  const DRAWN = ".main-svg :is(.point, .hm, .annotation)"; /* a mark, or the words that say why there is none */
  const THEME_KEY = "baoshu-theme";

  function none() {
    return window.dash_clientside.no_update;
  }

  function parameters() {
    return new URLSearchParams(window.location.search);
  }

  /* Goes to the address with these parameters; the Location components hear of it as of any other change. */
  function go(found, path) {
    const search = found.toString();
    const target = (path || window.location.pathname) + (search ? "?" + search : "");
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

  function setParameter(name, value) {
    const found = parameters();
    write(found, name, value);
    go(found);
  }

  function openClaim(claim) {
    setParameter("claim", claim);
  }

  function closeClaim() {
    setParameter("claim", null);
  }

  /* A value of a facet goes into the filter, or out of it if it was there. */
  function toggle(name, value) {
    const found = parameters();
    const values = found.getAll(name);
    write(found, name, values.includes(value) ? values.filter((one) => one !== value) : values.concat(value));
    found.delete("after");
    go(found);
  }

  function readAddress(pathname, search, query, selected, language) {
    const found = new URLSearchParams(search || "");
    const claim = found.get("claim");
    found.delete("claim");
    const rest = found.toString();
    const now = rest ? "?" + rest : "";
    const spoken = found.get("lang") === "en" ? "en" : "zh";
    document.documentElement.lang = spoken === "en" ? "en" : "zh-CN";
    showPlace(pathname);
    return [
      now === query ? none() : now,
      claim === selected ? none() : claim,
      spoken === language ? none() : spoken,
    ];
  }

  /* Which page it is: the style hides what does not belong to it, the navigation says where we are. */
  function showPlace(pathname) {
    const path = pathname || window.location.pathname;
    document.body.dataset.page = path === "/" ? "overview" : path.slice(1).split("/")[0];
    document.querySelectorAll(".navigation a").forEach(function (link) {
      const here = link.dataset.page === document.body.dataset.page;
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      /* on a phone the row of pages is wider than the screen: the page's own name is brought into sight */
      const row = link.parentElement;
      if (here && row.scrollWidth > row.clientWidth)
        row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
    });
  }

  function controlsChanged() {
    const shown = arguments[arguments.length - 1];
    if (!shown) return;
    const found = parameters();
    let changed = false;
    window.dash_clientside.callback_context.triggered.forEach(function (one) {
      const name = one.prop_id.split(".")[0].split("control-")[1];
      if (!(name in shown.values) || same(one.value, shown.values[name])) return;
      changed = true;
      write(found, name, one.value);
      if (FILTER.includes(name)) found.delete("after"); /* another filter finds other sentences */
      (RESETS[name] || []).forEach((other) => found.delete(other));
    });
    if (changed) go(found);
  }

  function stepPressed(earlier, later, shown) {
    const pressed = window.dash_clientside.callback_context.triggered[0];
    if (!pressed || !pressed.value || !shown) return;
    const place = shown.periods.indexOf(shown.values.period) + (pressed.prop_id.startsWith("step-earlier") ? 1 : -1);
    if (place >= 0 && place < shown.periods.length) setParameter("period", shown.periods[place]);
  }

  function resetFilter() {
    const found = parameters();
    [...FILTER, "after"].forEach((name) => found.delete(name));
    go(found);
  }

  function markClicked(click) {
    const point = click && click.points && click.points[0];
    const held = point && (Array.isArray(point.customdata) ? point.customdata[0] : point.customdata);
    if (!held) return none();
    openClaim(held);
    return null; /* so that the same mark can be clicked again */
  }

  /* ------------------------------------------------------------------ screen and theme */

  function storedTheme() {
    try {
      return window.localStorage.getItem(THEME_KEY);
    } catch (error) {
      return null; /* storage may be switched off; the theme then follows the system */
    }
  }

  function isDark() {
    const stored = storedTheme();
    return stored ? stored === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function screenNow() {
    return { narrow: window.innerWidth <= NARROW, dark: isDark() };
  }

  function applyTheme() {
    const mode = isDark() ? "dark" : "light";
    document.documentElement.dataset.theme = mode;
    document.documentElement.dataset.agThemeMode = mode;
    const button = document.getElementById("theme-toggle");
    if (button) button.setAttribute("aria-pressed", String(isDark()));
    if (window.dash_clientside && window.dash_clientside.set_props && document.getElementById("frame")) {
      window.dash_clientside.set_props("theme", { forceColorScheme: mode });
    }
  }

  let known = null;

  function readScreen() {
    applyTheme();
    known = screenNow();
    return known;
  }

  function screenChanged() {
    const now = screenNow();
    if (known && (now.narrow !== known.narrow || now.dark !== known.dark)) {
      known = now;
      applyTheme();
      window.dash_clientside.set_props("screen", { data: now });
    }
  }

  function switchTheme() {
    try {
      window.localStorage.setItem(THEME_KEY, isDark() ? "light" : "dark");
    } catch (error) {
      return;
    }
    screenChanged();
  }

  window.addEventListener("resize", screenChanged);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", screenChanged);
  applyTheme();

  /* ------------------------------------------------------------------ parts that arrive */

  const PATIENCE = 2000;

  function frameShown(children) {
    if (!children) return none();
    showPlace();
    applyTheme();
    const filters = document.getElementById("filters");
    if (filters && window.innerWidth <= NARROW) filters.open = false; /* so that the page itself is in sight */
    return Date.now(); /* whoever fills the frame may begin */
  }

  /* The filters follow when a chart of the page can be seen, or when it has none. */
  function afterCharts(framed) {
    if (!framed) return none();
    const until = performance.now() + PATIENCE;
    return new Promise(function (resolve) {
      (function look() {
        const figures = document.querySelectorAll("#main .figure");
        const seen = figures.length ? document.querySelector("#main .figure " + DRAWN) : document.getElementById("page-heading");
        if (seen || performance.now() > until) resolve(Date.now());
        else window.setTimeout(look, 20);
      })();
    });
  }

  function filtersShown(children) {
    return children ? Date.now() : none(); /* whoever fills the filters may begin */
  }

  let arrived = null;

  function pageShown() {
    const heading = document.getElementById("page-heading");
    const path = window.location.pathname;
    if (heading && arrived !== null && arrived !== path) {
      window.scrollTo(0, 0);
      heading.focus({ preventScroll: true });
    }
    if (heading) arrived = path;
    ["facets-card", "numbers"].forEach(function (id) {
      const part = document.getElementById(id);
      if (part && window.innerWidth <= DRAWER) part.open = false;
    });
  }

  function newRows() {
    const grid = document.getElementById("grid");
    if (!grid || !window.dash_ag_grid) return;
    try {
      const api = window.dash_ag_grid.getApi("grid");
      if (api) {
        if (api.getDisplayedRowCount()) api.ensureIndexVisible(0, "top");
        api.purgeInfiniteCache();
      }
    } catch (error) {
      /* the grid is not there yet; it will ask for its first rows itself */
    }
  }

  function issueShown() {
    const numbers = document.getElementById("numbers");
    if (numbers && window.innerWidth <= DRAWER) numbers.open = false;
    markOpen(parameters().get("claim"), true);
  }

  /* ------------------------------------------------------------------ the open claim */

  /* A picture of a whole page is wider than the panel: once it is there, the framed number is moved into the middle. */
  document.addEventListener("load", function (event) {
    const view = event.target instanceof Element && event.target.closest(".picture-view");
    const frame = view && view.querySelector(".picture-frame");
    if (!frame) return;
    view.scrollLeft = frame.offsetLeft + frame.offsetWidth / 2 - view.clientWidth / 2;
    view.scrollTop = frame.offsetTop + frame.offsetHeight / 2 - view.clientHeight / 2;
  }, true);

  let opener = null;

  function panelChanged(children, selected) {
    const panel = document.getElementById("source-panel");
    if (!panel) return;
    const wasOpen = panel.dataset.open === "true";
    panel.dataset.open = selected ? "true" : "false";
    document.body.dataset.source = selected ? "open" : "closed";
    markOpen(selected, true);
    if (selected && !wasOpen) panel.scrollTop = 0;
    if (selected && window.innerWidth <= DRAWER && !panel.contains(document.activeElement)) {
      opener = document.activeElement;
      document.getElementById("panel-close").focus({ preventScroll: true });
    }
    if (!selected && opener) {
      opener.focus({ preventScroll: true });
      opener = null;
    }
  }

  /* Shows which row, mark or item the open claim is; in an issue it is brought into sight. */
  function markOpen(claim, scroll) {
    document.querySelectorAll(".open-row").forEach((one) => one.classList.remove("open-row"));
    document.querySelectorAll("[aria-current='location']").forEach((one) => one.removeAttribute("aria-current"));
    if (!claim) return;
    const escaped = CSS.escape(claim);
    document.querySelectorAll('.ag-row[row-id="' + escaped + '"]').forEach((row) => row.classList.add("open-row"));
    const marks = document.querySelectorAll('.sheet [data-held~="' + escaped + '"], #numbers [data-claim="' + escaped + '"]');
    marks.forEach(function (mark) {
      mark.setAttribute("aria-current", "location");
      if (!scroll) return;
      const box = mark.getBoundingClientRect();
      const list = mark.closest("#numbers ol");
      if (list) list.scrollTop = mark.offsetTop - list.offsetTop - 80;
      else if (box.top < 60 || box.bottom > window.innerHeight * (window.innerWidth <= DRAWER ? 0.2 : 0.9)) {
        window.scrollTo(0, window.scrollY + box.top - 120);
      }
    });
  }

  /* A number with several meanings: each further click opens the next of them. */
  function openHeld(mark) {
    const held = mark.dataset.held.split(" ");
    const place = held.indexOf(parameters().get("claim"));
    openClaim(held[(place + 1) % held.length]);
  }

  function stepNumber(by) {
    const marks = Array.from(document.querySelectorAll(".sheet .claim"));
    if (!marks.length) return;
    const claim = parameters().get("claim");
    const place = marks.findIndex((mark) => claim && mark.dataset.held.split(" ").includes(claim));
    const next = place < 0 ? (by > 0 ? 0 : marks.length - 1) : (place + by + marks.length) % marks.length;
    openClaim(marks[next].dataset.claim);
  }

  /* ------------------------------------------------------------------ copying, saving */

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

  let quiet = 0;

  function say(words) {
    const place = document.getElementById("said");
    if (!place) return;
    place.textContent = words;
    window.clearTimeout(quiet);
    quiet = window.setTimeout(() => { place.textContent = ""; }, 2500);
  }

  function copied() {
    const place = document.getElementById("said");
    say(place ? place.dataset.copied : "");
  }

  function permalink(kind, id) {
    return window.location.origin + "/" + kind + "/" + encodeURIComponent(id);
  }

  /* The chart as an image: title and unit are in the figure, the source goes under it. */
  function save(button) {
    const graph = document.querySelector("#graph-" + button.dataset.chart + " .js-plotly-plot");
    if (!graph || !window.Plotly) return;
    const layout = Object.assign({}, graph.layout);
    const meta = layout.meta || {};
    const height = graph.offsetHeight + 26;
    layout.margin = Object.assign({}, layout.margin, { b: (layout.margin.b || 30) + 26 });
    layout.annotations = (layout.annotations || []).concat({
      text: meta.source ? String(meta.source).replace(/&/g, "&amp;").replace(/</g, "&lt;") : "",
      xref: "paper", yref: "paper", x: 0, y: 0, xanchor: "left", yanchor: "top", yshift: 8 - layout.margin.b + 14,
      showarrow: false, font: { size: 11, color: meta.quiet },
    });
    const options = { format: button.dataset.save, width: graph.offsetWidth, height: height, filename: "baoshu-" + button.dataset.chart };
    if (options.format === "png") options.scale = 2;
    window.Plotly.downloadImage({ data: graph.data, layout: layout }, options)
      .catch(() => say(button.dataset.failed));
  }

  /* ------------------------------------------------------------------ what is clicked and pressed */

  /* A link within the dashboard: the page changes without a reload; the navigation keeps filters and charts. */
  function follow(event, link) {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const target = new URL(link.href, window.location.href);
    const found = link.dataset.keep ? parameters() : new URLSearchParams(target.search);
    if (link.dataset.keep) ["claim", "issue", "verdict", "columns", "after"].forEach((name) => found.delete(name));
    const language = parameters().get("lang");
    if (language && !found.has("lang")) found.set("lang", language);
    go(found, target.pathname);
  }

  /* The same view in the other language, with all that is open in it: the link itself knows the filter only. */
  function keepView(link) {
    const found = parameters();
    write(found, "lang", new URL(link.href, window.location.href).searchParams.get("lang"));
    link.href = window.location.pathname + "?" + found.toString();
  }

  const ACTIONS = [
    ["#other-language", keepView],
    ["#panel-close", closeClaim],
    ["#reset", resetFilter],
    ["#theme-toggle", switchTheme],
    ["#number-before", () => stepNumber(-1)],
    ["#number-after", () => stepNumber(1)],
    ["[data-save]", save],
    ["[data-facet]", (target) => toggle(target.dataset.facet, target.dataset.value)],
    ["[data-set]", (target) => setParameter(target.dataset.set, target.dataset.to)],
    ["[data-held]", openHeld],
    ["[data-claim]", (target) => openClaim(target.dataset.claim)],
    ["[data-copy]", (target) => copy(target.dataset.copy).then(copied)],
    ["[data-copy-link]", (target) => copy(permalink("claim", target.dataset.copyLink)).then(copied)],
    ["[data-copy-issue]", (target) => copy(permalink("issue", target.dataset.copyIssue)).then(copied)],
    ["[data-copy-view]", () => copy(window.location.href).then(copied)],
  ];

  document.addEventListener("click", function (event) {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    const link = target.closest("a[data-nav]");
    if (link) return follow(event, link);
    for (const [selector, act] of ACTIONS) {
      const found = target.closest(selector);
      if (found) return act(found);
    }
    const row = target.closest("#grid .ag-row[row-id]");
    if (row && !String(window.getSelection())) openClaim(row.getAttribute("row-id"));
  });

  document.addEventListener("keydown", function (event) {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    const row = target.closest("#grid .ag-row[row-id]");
    if (event.key === "Enter" && row) openClaim(row.getAttribute("row-id"));
    const own = target.closest("input, textarea, [aria-expanded='true']"); /* Escape there closes a list or clears */
    if (event.key === "Escape" && !own && parameters().has("claim")) closeClaim();
  });

  /* However a figure is unfolded (by hand, by a search in the page, for print), its statements are asked for once. */
  document.addEventListener("toggle", function (event) {
    const folded = event.target instanceof Element ? event.target.closest("details.observation") : null;
    if (!folded || !folded.open || folded.querySelector(".told > *")) return;
    window.dash_clientside.set_props(JSON.parse(folded.id), { open: true });
  }, true);

  document.addEventListener("submit", function (event) {
    if (event.target instanceof Element && event.target.closest(".filter-bar")) event.preventDefault();
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    baoshu: {
      readAddress, readScreen, controlsChanged, stepPressed, markClicked,
      frameShown, afterCharts, filtersShown, pageShown, newRows, issueShown, panelChanged,
    },
  });
})();

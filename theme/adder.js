// What the pages do by themselves: tabs, and what paper needs. Without it everything is readable.
(() => {
  "use strict";
  const KEPT = "adder-tab";

  const kept = () => {
    try { return localStorage.getItem(KEPT); } catch { return null; }
  };

  /** Makes each `.tabs` a tab list; choosing a name in one chooses it in all. */
  const groups = [...document.querySelectorAll(".tabs")].map((box, group) => {
    const panels = [...box.querySelectorAll(":scope > .tab")];
    const list = document.createElement("div");
    list.setAttribute("role", "tablist");
    const buttons = panels.map((panel, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.id = `tab-${group}-${index}`;
      button.textContent = panel.dataset.tab;
      button.setAttribute("role", "tab");
      button.setAttribute("aria-controls", panel.id = `panel-${group}-${index}`);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", button.id);
      panel.removeAttribute("aria-label");
      button.addEventListener("click", () => choose(panel.dataset.tab, true));
      list.append(button);
      return button;
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const now = buttons.indexOf(document.activeElement);
      const next = buttons[(now + step + buttons.length) % buttons.length];
      next.focus();
      next.click();
    });
    box.prepend(list);
    box.classList.add("live");
    return { panels, buttons };
  });

  function choose(name, keep) {
    for (const { panels, buttons } of groups) {
      const at = panels.findIndex((panel) => panel.dataset.tab === name);
      if (at < 0 && panels.some((panel) => !panel.hidden) && keep) continue;
      panels.forEach((panel, index) => {
        const chosen = index === Math.max(at, 0);
        panel.hidden = !chosen;
        buttons[index].setAttribute("aria-selected", chosen);
        buttons[index].tabIndex = chosen ? 0 : -1;
      });
    }
    if (keep) try { localStorage.setItem(KEPT, name); } catch { /* it is not kept, then */ }
  }
  choose(kept(), false);

  // Paper shows what is folded, and folds it again.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((details) => { details.open = false; }));

  // What can be scrolled must be within reach of the keyboard.
  const scrollable = [...document.querySelectorAll("pre > code, .content table, .picture, p.try code")];
  const reach = () => {
    const wide = scrollable.map((box) => box.scrollWidth > box.clientWidth + 1);
    scrollable.forEach((box, index) => {
      if (wide[index]) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  };
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true);
  reach();

  // mdBook's label for the table of contents is a button to whoever cannot see it.
  document.getElementById("sidebar-toggle")?.setAttribute("role", "button");

  const dark = document.getElementById("navy");
  if (dark) dark.textContent = "Dark";
})();

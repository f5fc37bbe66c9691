// A language made from English that is written from right to left. What stands on the screen in plain Latin letters, and
// is no text of the seller's, is in no locale.
(async () => {
  const locales = new URL("/report-preflight/locales/", location.href);
  const load = async (file) => (await import(new URL(file, locales))).default;
  const strange = (text) => text.split(/(\{\w+\})/).map((part, index) => index % 2 ? part
    : part.replace(/[a-z]/gi, (letter) => String.fromCodePoint(0x5d0 + letter.toLowerCase().charCodeAt(0) - 97))).join("");
  const all = (value, key) => key === "retry" || key === "dir" ? value
    : typeof value === "string" ? strange(value)
    : Array.isArray(value) ? value.map((item) => all(item))
    : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, all(item, key)]))
    : value;

  // Numbers, dates and names of countries in Arabic are in other letters too.
  window.rtl = { ...all({ ...await load("en.js"), ...await load("catalogue.en.js") }), lang: "ar", dir: "rtl" };

  // Texts of the report and of its format, which are the same in every language.
  const DATA = "code, bdi, .cell-text, input";
  const NAMES = /[\w-]+\.(txt|csv|zip|gz|xlsx)|\b(CSV|JSON|SARIF|SHA-256|UTF-8|UTF-16|ZIP|gz)\b|US\$|\bEUR?\b|\b[A-Z]{2,3}\b/g;
  window.latin = (root) => {
    const seen = [];
    const data = [...root.querySelectorAll(DATA)].map((node) => node.value ?? node.textContent).filter(Boolean);
    const note = (text, where) => {
      const rest = data.reduce((rest, text) => rest.replaceAll(text, ""), text.replace(NAMES, ""));
      if (/[a-z]{2}/i.test(rest)) seen.push(`${where}: ${text.trim()}`);
    };
    const texts = document.createTreeWalker(root.querySelector(".preflight"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const around = texts.currentNode.parentElement;
      if (!around.closest(DATA) && (around.checkVisibility() || around.closest(".hidden-visually, [role=status]"))) {
        note(texts.currentNode.data, around.className || around.localName);
      }
    }
    for (const node of root.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) note(node.getAttribute(name) ?? "", name);
    }
    return seen;
  };
  return true;
})()

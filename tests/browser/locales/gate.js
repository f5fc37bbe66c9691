// What is wrong with the words of each language that `locales/index.js` lists: none, if all is well.
(async (EQUAL) => {
  const locales = new URL("/report-preflight/locales/", location.href);
  const load = async (file) => (await import(new URL(file, locales))).default;
  const { TAGS } = await import(new URL("index.js", locales));
  const english = { ...await load("en.js"), ...await load("catalogue.en.js") };
  const CATEGORIES = ["zero", "one", "two", "few", "many", "other"];
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isPlural = (value) => isObject(value) && "other" in value && Object.keys(value).every((key) => CATEGORIES.includes(key));
  const places = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  const found = [];

  for (const tag of TAGS) {
    const say = (path, what) => found.push(`${tag}: ${path.join(".")}: ${what}`);
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

    const sentence = (path, ours, theirs, maySkip = []) => {
      if (typeof theirs !== "string") return say(path, `should be a sentence, is ${JSON.stringify(theirs)}`);
      if (theirs.trim() === "" && ours !== "") say(path, "is empty");
      const [wanted, has] = [places(ours), places(theirs)];
      for (const place of has) if (!wanted.includes(place)) say(path, `has the place ${place}, which English lacks`);
      for (const place of wanted) if (!has.includes(place) && !maySkip.includes(place)) say(path, `lacks the place ${place}`);
      if (tag !== "en" && ours === theirs && /[a-z]{2}/i.test(ours.replace(/\{\w+\}/g, "")) && !EQUAL.includes(ours)) say(path, `is English still: ${ours}`);
    };

    const plural = (path, ours, theirs) => {
      // Where there is one form only, it need not be an object.
      if (typeof theirs === "string" && categories.length === 1 && !("zero" in ours)) return sentence(path, ours.other, theirs);
      if (!isObject(theirs)) return say(path, "should have a form for each plural category");
      const wanted = "zero" in ours ? [...new Set(["zero", ...categories])] : categories;
      for (const category of wanted) if (!(category in theirs)) say(path, `lacks the plural category ${category}`);
      for (const [category, text] of Object.entries(theirs)) {
        if (!wanted.includes(category)) say(path, `has the plural category ${category}, which the language lacks`);
        // "A record" needs no figure.
        else sentence([...path, category], ours[category] ?? ours.other, text, category === "other" ? [] : ["{n}"]);
      }
    };

    const compare = (path, ours, theirs) => {
      if (typeof ours === "string") return sentence(path, ours, theirs);
      if (isPlural(ours)) return plural(path, ours, theirs);
      if (!isObject(ours) && !Array.isArray(ours)) return ours === theirs || say(path, `should be ${ours}, is ${theirs}`);
      if (!isObject(theirs) && !Array.isArray(theirs)) return say(path, `should be ${Array.isArray(ours) ? "a list" : "an object"}`);
      for (const key of Object.keys(ours)) {
        if (key in theirs) compare([...path, key], ours[key], theirs[key]);
        else say([...path, key], "is missing");
      }
      for (const key of Object.keys(theirs)) if (!(key in ours)) say([...path, key], "is one too many");
    };

    let theirs;
    try {
      theirs = tag === "en" ? english : await load(`${tag}.js`);
    } catch (error) {
      say([], error.message);
      continue;
    }
    if (theirs.lang !== tag) say(["lang"], `should be ${tag}, is ${theirs.lang}`);
    if (theirs.dir !== (["ar", "fa", "he", "ur"].includes(tag) ? "rtl" : "ltr")) say(["dir"], `is ${theirs.dir}`);
    for (const [code, { retry }] of Object.entries(english.faults)) {
      if (theirs.faults?.[code] && theirs.faults[code].retry !== retry) say(["faults", code, "retry"], "names a button and is not translated");
    }
    // What is no sentence is compared above.
    const sentences = ({ lang, dir, faults, ...rest }) => ({
      ...rest,
      faults: Object.fromEntries(Object.entries(faults ?? {}).map(([code, { retry, ...told }]) => [code, told])),
    });
    compare([], sentences(english), sentences(theirs));
  }
  return found;
})(...args)

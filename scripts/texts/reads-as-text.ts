/** Where a string stands within the source: what it is the value of, or is handed to. */
export type Place = { kind: "content" | "attribute" | "property" | "argument" | "other"; name: string };

/** Attributes and properties whose value people read, whatever it looks like. */
const readNames =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|alt|placeholder|title|label|description|heading|help|hint|caption|legend|summary|message|meaning|advice|consequence|one|many|words?|noun|\w+(Label|Title|Text|Description|Message|Heading|Help|Words?))$/;
/** Attributes and properties whose value a program reads. */
const codeNames =
  /^(class|className|\w*ClassName|id|href|src|rel|type|role|name|method|action|target|variant|tone|size|style|path|pattern|media|template|accept|autoComplete|inputMode|lang|format|kind|code|status|timeZone|aria-(live|current|controls|haspopup|describedby|labelledby|keyshortcuts|autocomplete)|data-.*|on[A-Z].*|d|viewBox|transform|fill|stroke\w*)$/;
/** Functions that are handed names, classes, addresses or formats. */
const codeFunctions =
  /^(cn|cva|clsx|readParam|fetch|Error|TypeError|URL|URLSearchParams|RegExp|Symbol|matchMedia|querySelector(All)?|closest|matches|(add|remove)EventListener|getElementById|(get|set|has|remove)Attribute|get|set|has|append|delete|startsWith|endsWith|includes|split|join|replace(All)?|padStart|padEnd|toLocaleString|DateTimeFormat|NumberFormat|ListFormat|PluralRules|RelativeTimeFormat|createHash|debug|info|warn|error|log|enum|literal|lookUp|ownName|t|rich)$/;

/** Names of products and languages, and what an engineer types as it is. */
const untranslated = /^(Patchbay|Node\.js|Python|PHP|X-[\w-]+|curl -.*|--[a-z-]+ \S*)$/;

/** Whether people read this string on a screen; what nobody reads are names, classes, addresses and formats. */
export function readsAsText(value: string, place: Place): boolean {
  const text = value.trim();
  if (!/\p{L}{2}/u.test(text) || untranslated.test(text)) return false;
  if (place.kind === "content") return true;
  if ((place.kind === "attribute" || place.kind === "property") && readNames.test(place.name)) {
    return !isAddress(text) && !isClassList(text);
  }
  if (place.kind === "argument" ? codeFunctions.test(place.name) : codeNames.test(place.name)) {
    // A key of ours may be called as a code is: `{ code: "QR codes" }`.
    return place.kind === "property" && /^\p{Lu}\S* \S/u.test(text) && isProse(text);
  }
  return isProse(text);
}

function isAddress(text: string): boolean {
  return /^(\/|#|\.\/|[a-z]+:\/\/|mailto:)/.test(text);
}

/** Several words, or one that begins with a capital letter. */
function isProse(text: string): boolean {
  // Codes of currencies.
  if (isAddress(text) || isClassList(text) || /^[A-Z]{3}( [A-Z]{3})+$/.test(text)) return false;
  if (/^\p{Lu}\p{Ll}+[.:!?…]?$/u.test(text)) return !keys.has(text);
  const words = text.split(/\s+/).filter((word) => /^[“"(]?[\p{L}’'-]+[”").,:;!?…]*$/u.test(word));
  return words.length >= 2;
}

const keys = new Set(["Enter", "Escape", "Tab", "Backspace", "Delete", "Home", "End", "Bearer", "Basic"]);

function isClassList(text: string): boolean {
  return (
    text.split(/\s+/).some((word) => /[[\]]|^-?[a-z]+(-[a-z0-9./%]+)+$|^[a-z-]+:[-a-z[]/.test(word)) &&
    !/^\p{Lu}/u.test(text)
  );
}

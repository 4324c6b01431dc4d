import { storable } from "./text.ts";

const longest = 1_000;
const longestLooked = 8_000;

/** A JWT, and what vendors begin their tokens and keys with. */
const vendorToken =
  /\b(?:eyJ[\w-]{10,}(?:\.[\w-]+){1,2}|(?:xox[a-z]|xapp)[-.][\w.-]{6,}|(?:sk|rk|pk|whsec)_(?:live_|test_)?\w{8,}|(?:shp(?:at|ca|pa|ss|rt|ua))_\w{6,}|(?:ck|cs)_\w{8,}|SG\.[\w.-]{8,}|ya29\.[\w.-]{8,}|1\/\/[\w-]{10,}|AIza[\w-]{10,}|gh[pousr]_\w{10,}|pat-[a-z]{2}\d?-[\w-]{8,}|00D\w{12,15}![\w.]{10,}|[0-9a-f]{32}-us\d{1,2})/g;
const authorization = /\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi;
/** `access_token=…`, `"client_secret": "…"`, `password: …`. */
const named =
  /((?:["']?\b(?:[\w-]*(?:token|secret|password|passwd|api[_-]?key|apikey|signature|credential|authorization)s?)\b["']?)\s*[:=]\s*["']?)([^\s"'&,;)}\]]{4,})/gi;
/** Long, of letters and digits, without the hyphens of a UUID: nothing that a person wrote. */
const randomRun = /\b(?=\w*\d)(?=\w*[A-Za-z])\w{32,}\b/g;
const query = /(https?:\/\/[^\s?"'<>]+)\?[^\s"'<>]*/gi;
const address = /[^\s"'<>(),;:]+(?:@|%40)[^\s"'<>(),;]+/gi;
/**
 * With its country, or in two groups and more, of which the second has three digits and more (a date's has two); not
 * part of a longer number or an id.
 */
const phone =
  /(?<![\w.-])(?:\+|00)\d[\d ()./-]{5,18}\d(?![\w-])|(?<![\w.-])\(?\d{2,5}\)?[ ./-]\d{3,4}[ .-]?\d{2,5}(?:[ .-]\d{2,4})?(?![\w-])/g;
/** `phone: 0612345678`. */
const namedPhone =
  /\b((?:phone|mobile|tel|telephone|sms|whatsapp)\w*["']?\s*(?:number)?\s*(?:is\s*)?[:=]?\s*["']?)(\+?\d[\d ().-]{5,18}\d)/gi;

/**
 * What a provider said, as it may be kept and shown: without email addresses, phone numbers, tokens, keys and what
 * stands in the query of an address.
 * @param max characters that are kept. Give the whole text: what was cut within an address is no address any more
 */
export function scrubbed(text: string, max: number = longest): string {
  return wholeWords(storable(text))
    .replace(authorization, "$1 (secret)")
    .replace(named, "$1(secret)")
    .replace(vendorToken, "(secret)")
    .replace(query, "$1")
    .replace(address, "(address)")
    .replace(namedPhone, "$1(phone)")
    .replace(phone, "(phone)")
    .replace(randomRun, "(secret)")
    .slice(0, max)
    .toWellFormed();
}

/** So much of a text as is looked at, without the word that the cut goes through. */
function wholeWords(text: string): string {
  return text.length <= longestLooked ? text : text.slice(0, longestLooked).replace(/\S*$/, "");
}

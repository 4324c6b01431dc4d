import { randomBytes } from "node:crypto";

type IdPrefix =
  | "evt"
  | "wh"
  | "dlv"
  | "att"
  | "int"
  | "aut"
  | "mer"
  | "key"
  | "usr"
  | "aud"
  | "req"
  | "inb"
  | "iss"
  | "cal"
  | "job"
  | "not"
  | "sbx"
  | "ses"
  | "aml"
  | "rpl"
  | "chg"
  | "jnl"
  | "dif"
  | "pol"
  | "rfd"
  | "dsp"
  | "pot"
  | "pac"
  | "opl";

/**
 * A new id such as `wh_0199c0f3…`: prefix, 12 hex digits of the time in ms, 20 random hex digits.
 * Ids of one kind sort by time of creation. The database makes the same form with `patchbay_id(prefix)`.
 */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${Date.now().toString(16).padStart(12, "0")}${takeRandomHex()}`;
}

const randomLength = 10;
/** Of ids to come: the system is asked for many at a time, since asking takes longer than all else of an id. */
let random = Buffer.alloc(0);
let taken = 0;

function takeRandomHex(): string {
  if (taken + randomLength > random.length) {
    random = randomBytes(400 * randomLength);
    taken = 0;
  }
  taken += randomLength;
  return random.toString("hex", taken - randomLength, taken);
}

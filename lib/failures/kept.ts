import { storable } from "#lib/text.ts";
import type { Message, Param } from "./message.ts";

/** A message as a row keeps it: its code and what it is about, which Postgres can hold. */
export function kept({ code, params }: Message): Message {
  return {
    code,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, storableParam(value)])),
  };
}

function storableParam(value: Param): Param {
  return typeof value === "string" ? storable(value) : value;
}

import { badRequest } from "./refusal.ts";

type Kind = "text" | "integer" | "flag";

/** What an address takes, by name: `metadata[*]` for any key, `expand[]` for a list. */
export type KnownParameters = Readonly<Record<string, Kind>>;

export type Parameters = {
  text: (name: string) => string | undefined;
  integer: (name: string) => number | undefined;
  flag: (name: string) => boolean;
  /** Of a list: those of `expand[]` are written `expand[0]` and so on. */
  all: (name: string) => string[];
  require: (name: string) => string;
  /** The entries of `metadata[…]`, or of `payment_intent_data[metadata][…]`. */
  metadata: (within?: string) => Record<string, string>;
};

/**
 * Reads form fields as API v1 takes them: https://docs.stripe.com/api.
 * @throws Refusal for one that the address does not know, or that is not of its kind
 */
export function readParameters(given: URLSearchParams, known: KnownParameters): Parameters {
  for (const [name, value] of given) checkParameter(name, value, known);
  const text = (name: string) => given.get(name) ?? undefined;
  return {
    text,
    integer: (name) => (text(name) === undefined ? undefined : Number(text(name))),
    flag: (name) => text(name) === "true",
    all: (name) => [...given].flatMap(([own, value]) => (generalName(own) === name ? [value] : [])),
    require: (name) => {
      const value = text(name);
      if (value === undefined)
        throw badRequest(`Missing required param: ${name}.`, name, "parameter_missing");
      return value;
    },
    metadata: (within) => {
      const start = within === undefined ? "metadata[" : `${within}[metadata][`;
      return Object.fromEntries(
        [...given].flatMap(([name, value]) =>
          name.startsWith(start) && name.endsWith("]") ? [[name.slice(start.length, -1), value]] : [],
        ),
      );
    },
  };
}

function checkParameter(name: string, value: string, known: KnownParameters): void {
  const kind = known[generalName(name)];
  if (kind === undefined) {
    throw badRequest(`Received unknown parameter: ${name}`, name, "parameter_unknown");
  }
  if (value === "") {
    const message = `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`;
    throw badRequest(message, name, "parameter_invalid_empty");
  }
  if (kind === "integer" && !/^-?\d{1,15}$/.test(value)) {
    throw badRequest(`Invalid integer: ${value}`, name, "parameter_invalid_integer");
  }
  if (kind === "flag" && value !== "true" && value !== "false") {
    throw badRequest(`Invalid boolean: ${value}`, name);
  }
  if (/^metadata\[|\[metadata\]\[/.test(name) && value.length > 500) {
    throw badRequest(`Metadata values can have up to 500 characters, but you passed ${value.length}.`, name);
  }
}

function generalName(name: string): string {
  return name
    .replace(/\[\d*\]/g, "[]")
    .replace(/^metadata\[[^\]]*\]$/, "metadata[*]")
    .replace(/\[metadata\]\[[^\]]*\]$/, "[metadata][*]")
    .replace(/^evidence\[[a-z_]+\]$/, "evidence[*]");
}

import type { Value } from "#lib/automations/mapping/mapping-schema.ts";
import { valueParts } from "./words/value-words.ts";

/** A value of a mapping: what is put in when it is run stands in a frame. */
export function ValueText({ value }: { value: Value }) {
  return (
    <span className="[overflow-wrap:anywhere] whitespace-pre-wrap">
      {valueParts(value).map((part, index) =>
        part.kind === "text" ? (
          part.text
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: parts do not move
            key={index}
            className="rounded-tag border border-accent-line bg-accent-soft px-1 text-accent-text"
          >
            {part.name}
          </span>
        ),
      )}
    </span>
  );
}

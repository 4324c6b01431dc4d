import type { Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { valueParts } from "#lib/automations/words/mapping-words.ts";
import type { Names } from "#lib/automations/words/names.ts";

interface ValueTextProps {
  value: Value;
  names: Names;
  /** What the action takes there; null = not known. */
  shape: Shape | null;
}

/** A value of a mapping: what is put in when it is run stands in a frame. */
export function ValueText({ value, names, shape }: ValueTextProps) {
  return (
    <span className="[overflow-wrap:anywhere] whitespace-pre-wrap">
      {valueParts(value, names, shape).map((part, index) =>
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

"use client";

import { fieldId } from "#components/ui/field-id.ts";
import { Notice } from "#components/ui/notice.tsx";
import { useBuilder } from "../builder-context.ts";

/** What keeps the draft from being published, each line leading to its field. */
export function PublishProblems({ onLeave }: { onLeave: () => void }) {
  const { problems } = useBuilder();
  const open = problems.filter(({ weight }) => weight !== "warning");
  if (open.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={open.length === 1 ? "1 thing is still open" : `${open.length} things are still open`}
    >
      <ul className="grid gap-1">
        {open.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <a
              href={`#${fieldId(path)}`}
              onClick={onLeave}
              className="rounded-tag underline underline-offset-3"
            >
              {placeWords(path)}
            </a>
            {": "}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** `steps[0].mapping.text` as "Step 1, text". */
export function placeWords(path: string): string {
  const step = /^steps\[(\d+)\](?:\.(?:mapping\.)?(.+))?$/.exec(path);
  if (!step) return path.startsWith("condition") ? "Only if" : path === "steps" ? "Steps" : path;
  const [, index, inner] = step;
  return `Step ${Number(index) + 1}${inner === undefined ? "" : `, ${inner}`}`;
}

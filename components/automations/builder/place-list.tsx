"use client";

import { useLocale } from "#components/ui/locale-context.tsx";
import { useBuilder } from "./builder-context.ts";
import { focusPlace } from "./focus-place.ts";
import { placeWords } from "./place-words.ts";

interface PlaceListProps {
  problems: readonly { path: string; message: string }[];
  /** Before the place is shown: closes a dialog, say. */
  onLeave?: () => void;
}

/** What is wrong and where, each line leading to its place. */
export function PlaceList({ problems, onLeave }: PlaceListProps) {
  const { snapshot, definition } = useBuilder();
  const locale = useLocale();
  return (
    <ul className="grid gap-1">
      {problems.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <button
            type="button"
            onClick={() => {
              onLeave?.();
              focusPlace(path);
            }}
            className="min-h-6 rounded-tag text-left underline underline-offset-3 max-md:min-h-9"
          >
            {placeWords(snapshot, definition, path, locale)}
          </button>
          {": "}
          {message}
        </li>
      ))}
    </ul>
  );
}

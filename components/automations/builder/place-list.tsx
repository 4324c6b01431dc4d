"use client";

import { focusPlace, placeWords } from "./focus-place.ts";

interface PlaceListProps {
  problems: readonly { path: string; message: string }[];
  /** Before the place is shown: closes a dialog, say. */
  onLeave?: () => void;
}

/** What is wrong and where, each line leading to its place. */
export function PlaceList({ problems, onLeave }: PlaceListProps) {
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
            {placeWords(path)}
          </button>
          {": "}
          {message}
        </li>
      ))}
    </ul>
  );
}

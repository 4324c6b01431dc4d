"use client";

import { fieldId } from "#components/ui/field-id.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { Autosave } from "./use-autosave.ts";

/** Why a draft is not saved, each line leading to its field. */
export function RefusalNotice({ autosave }: { autosave: Autosave }) {
  const { state } = autosave;
  if (state.kind !== "refused") return null;
  return (
    <div role="alert">
      <Notice tone="danger" title="The draft is not saved">
        {state.fieldErrors.length === 0 ? (
          state.message
        ) : (
          <ul className="grid gap-1">
            {state.fieldErrors.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <a href={`#${fieldId(path)}`} className="rounded-tag underline underline-offset-3">
                  {message}
                </a>
              </li>
            ))}
          </ul>
        )}
        <p>It stays on this page until that is put right.</p>
      </Notice>
    </div>
  );
}

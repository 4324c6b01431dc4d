"use client";

import { Notice } from "#components/ui/notice.tsx";
import { PlaceList } from "../place-list.tsx";
import type { Autosave } from "./use-autosave.ts";

/** Why a draft is not saved. */
export function RefusalNotice({ autosave }: { autosave: Autosave }) {
  const { state } = autosave;
  if (state.kind !== "refused") return null;
  return (
    <div role="alert">
      <Notice tone="danger" title="The draft is not saved">
        {state.fieldErrors.length === 0 ? state.message : <PlaceList problems={state.fieldErrors} />}
        <p>It stays on this page until that is put right.</p>
      </Notice>
    </div>
  );
}

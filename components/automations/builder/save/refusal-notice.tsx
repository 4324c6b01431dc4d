"use client";

import { Notice } from "#components/ui/notice.tsx";
import { automationsBuilderSave as t } from "#lib/words/en/screens/automations-builder-save.ts";
import { PlaceList } from "../place-list.tsx";
import type { Autosave } from "./use-autosave.ts";

/** Why a draft is not saved. */
export function RefusalNotice({ autosave }: { autosave: Autosave }) {
  const { state } = autosave;
  if (state.kind !== "refused") return null;
  return (
    <div role="alert">
      <Notice tone="danger" title={t("refusal_notice_title")}>
        {state.fieldErrors.length === 0 ? state.message : <PlaceList problems={state.fieldErrors} />}
        <p>{t("refusal_notice_stays_this_page_until")}</p>
      </Notice>
    </div>
  );
}

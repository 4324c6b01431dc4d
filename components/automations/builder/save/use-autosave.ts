"use client";

import { useEffect, useRef, useState } from "react";
import { saveDraft } from "#components/automations/builder/server-actions.ts";
import type { AutomationDto } from "#lib/automations/schema.ts";
import { type Draft, findChanges, toDraft } from "./draft.ts";

/** How long a person has to rest before a draft is saved. */
const REST_MS = 700;
const TRY_AGAIN_MS = 4_000;

export type SaveState =
  | { kind: "saved" | "unsaved" | "saving" | "offline" | "conflict" }
  | { kind: "refused"; message: string; fieldErrors: readonly { path: string; message: string }[] };

/**
 * Saves a draft whenever it has rested, one request at a time, each for the revision that was seen. Where someone else has
 * changed the automation nothing more is saved until a person decides which of the two stays.
 */
export function useAutosave(automation: AutomationDto, draft: Draft) {
  const [stored, setStored] = useState(automation);
  const [state, setState] = useState<SaveState>({ kind: "saved" });
  const latest = useRef(draft);
  const saved = useRef({ draft: toDraft(automation), revision: automation.revision });
  const underWay = useRef<Promise<SaveState> | null>(null);
  latest.current = draft;

  async function send(): Promise<SaveState> {
    const sent = latest.current;
    const changes = findChanges(saved.current.draft, sent);
    if (changes === null) return { kind: "saved" };
    setState({ kind: "saving" });
    const { revision } = saved.current;
    const result = await saveDraft({ id: automation.id, revision, ...changes }).catch(() => null);
    if (result === null) return { kind: "offline" };
    if (result.ok) {
      saved.current = { draft: sent, revision: result.data.revision };
      setStored(result.data);
      return { kind: findChanges(sent, latest.current) === null ? "saved" : "unsaved" };
    }
    if (result.code === "changed_meanwhile") return { kind: "conflict" };
    return { kind: "refused", message: result.message, fieldErrors: result.fieldErrors };
  }

  /** Saves now what is not saved yet, once nothing is under way any more. */
  async function save(): Promise<SaveState> {
    while (underWay.current) await underWay.current;
    const sending = send();
    underWay.current = sending;
    const outcome = await sending.finally(() => {
      underWay.current = null;
    });
    setState(outcome);
    return outcome;
  }

  const isChanged = findChanges(saved.current.draft, draft) !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft is what has to rest; `save` is made again each time
  useEffect(() => {
    if (!isChanged || state.kind === "conflict") return;
    if (state.kind === "saved" || state.kind === "refused") setState({ kind: "unsaved" });
    const timer = setTimeout(() => void save(), REST_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: tries again for as long as nothing gets through
  useEffect(() => {
    if (state.kind !== "offline" && state.kind !== "unsaved") return;
    const again = () => void save();
    const timer = setTimeout(again, state.kind === "offline" ? TRY_AGAIN_MS : REST_MS);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [state]);

  return {
    state,
    /** As the server has it. */
    stored,
    isChanged,
    flush: save,
    /** What someone else has stored takes the place of what was seen: the next save is for its revision. */
    accept(theirs: AutomationDto, mine: "keep" | "drop") {
      saved.current = { draft: toDraft(theirs), revision: theirs.revision };
      setStored(theirs);
      setState({ kind: mine === "keep" ? "unsaved" : "saved" });
    },
  };
}

export type Autosave = ReturnType<typeof useAutosave>;

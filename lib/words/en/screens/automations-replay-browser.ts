import { texts } from "#lib/words/texts/texts.ts";

export const automationsReplayBrowser = texts("automations-replay-browser", {
  replay_form_nothing_was_replayed: "Nothing was replayed",
});

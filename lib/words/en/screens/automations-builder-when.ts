import { texts } from "#lib/words/texts/texts.ts";

export const automationsBuilderWhen = texts("automations-builder-when", {
  name_field_give_name_until_then: "Enter a name. Until then it is not saved.",
  when_card_title: "What should start it?",
  when_card_change_event_now_title: "Change the event, now {title}",
  when_card_change: "Change",
});

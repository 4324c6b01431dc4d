import { texts } from "#lib/words/texts/texts.ts";

export const integrationsDetailBrowser = texts("integrations-detail-browser", {
  check_now_button_connection_works: "The connection works",
  check_now_button_check_failed: "The check failed",
  check_now_button_check_now: "Check now",
  connect_again_button_connect_again: "Connect again",
  connect_again_button_title: "Connect {label} again",
  connect_again_button_description: "The connection stays the same: whatever uses it continues as before.",
  disconnect_button_disconnect: "Disconnect",
  disconnect_button_title: "Disconnect {label}?",
  disconnect_button_description:
    "{providerName} is no longer used for this account. You can connect it again at any time.",
  disconnect_button_keep_connected: "Keep it connected",
  disconnect_button_label_disconnected: "{label} is disconnected",
  afterwards_description:
    "{name} could not be told. Remove Patchbay's access in your {name} account as well.",
  disconnect_consequences_title: "What stops",
  disconnect_consequences_no_automation_uses: "No automation uses it.",
  disconnect_consequences_what_deleted: "What is deleted",
  disconnect_consequences_what_stays: "What stays",
  disconnect_consequences_one_thing_you_do: "What you need to do",
});

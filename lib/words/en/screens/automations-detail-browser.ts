import { texts } from "#lib/words/texts/texts.ts";

export const automationsDetailBrowser = texts("automations-detail-browser", {
  automation_actions_edit: "Edit",
  delete_delete: "Delete",
  delete_title: "Delete {name}?",
  delete_description:
    "This cannot be undone. What it has done stays in the apps and in the list of deliveries.",
  delete_nothing_more_run: "Nothing more is run.",
  delete_runs_that_wait_cancelled: "Runs that wait are cancelled.",
  delete_delete_automation: "Delete automation",
  delete_automation_deleted: "Automation deleted",
  delete_cancelled_plural_one_1:
    "{cancelled, plural, one {1 run was cancelled.} other {{cancelled} runs were cancelled.}}",
  issue_list_title: "Something has changed",
  issue_list_description: "Runs will fail, or do something else than you meant, until this is put right.",
  issue_list_noticed_relativetime: "Noticed {relativeTime}",
  issue_list_repaired: "Repaired",
  issue_list_was_not_repaired: "It was not repaired",
  rename_automation_renamed: "Renamed",
  rename_automation_title: "Rename",
  rename_automation_was_not_renamed: "It was not renamed",
  version_list_version_number: "Version {number}",
  version_list_live: "Live",
  version_list_count_published_relativetime:
    "{count, plural, one {# step} other {# steps}}, published {relativeTime}",
  version_list_version_number_live_again: "Version {number} is live again, as version {version}",
  version_list_was_not_restored: "It was not restored",
  version_list_restore_version_number: "Restore version {number}",
  version_list_restore: "Restore",
});

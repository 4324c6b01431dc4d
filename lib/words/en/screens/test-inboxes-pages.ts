import { texts } from "#lib/words/texts/texts.ts";

export const testInboxesPages = texts("test-inboxes-pages", {
  test_inbox_not_found_title: "Test inbox not found",
  test_inbox_not_found_description: "The address may be incomplete, or test inboxes are switched off here.",
  test_inbox_not_found_overview: "Overview",
  id_title: "Test inbox",
  test_inbox_page_test_inboxes: "Test inboxes",
  test_inbox_page_title: "Received",
  test_inbox_page_description: "The latest first. The last 500 are kept.",
  test_inboxes_loading_label: "Loading the test inboxes",
  test_inboxes_title: "Test inboxes",
  test_inboxes_page_title: "Test inboxes",
  test_inboxes_page_description:
    "Endpoints of your own for testing: they record what arrives, check its signature, and fail when you tell them to.",
  test_inboxes_page_no_test_inbox_yet: "No test inbox yet",
  test_inboxes_page_inbox_stands_app_point:
    "An inbox takes the place of an app. Send a webhook to it, and see what your app would receive.",
});

import { texts } from "#lib/words/texts/texts.ts";

export const notices = texts("notices", {
  no_mail_server_title: "Emails are not sent",
  no_mail_server_notices_shown_here_only:
    "Notices are shown here only. Your administrator can set up email with <code>SMTP_URL</code> and <code>MAIL_FROM</code>.",
  no_notices_title: "No notices yet",
  no_notices_description:
    "When a webhook stops accepting events, an automation fails or a connected app needs attention, the owners and admins of the shop are told. Every notice is listed here.",
  no_notices_connect_app: "Connect an app",
  notice_state_email_sent: "Email sent",
  notice_state_email_not_sent: "Email not sent",
  notice_state_shown_here_only: "Shown here only",
  notice_state_way: "Being sent",
  notice_state_will_tried_again: "Will be tried again",
  notice_status_options_email_sent: "Email sent",
  notice_status_options_way: "Being sent",
  notice_status_options_email_not_sent: "Email not sent",
  notice_status_options_shown_here_only: "Shown here only",
  notice_table_caption: "Notices",
  notice_table_notice: "Notice",
  notice_table_to: "To",
  notice_table_email: "Email",
  notice_row_label: "To",
  notice_row_email: "Email",
  notice_subject_new: "New",
  outcome_next_try_relativetime: "Next try {relativeTime}",
});

/** Mails about accounts: the subject, and the paragraphs before the link. */
export const accountMailWords = {
  account_mail_reset_password_subject: "Reset your Patchbay password",
  account_mail_reset_password_1:
    "Someone asked to reset the password of your Patchbay account. If that was not you, ignore this email: nothing has changed.",
  account_mail_reset_password_2: "To choose a new password, open this link within an hour:",
  account_mail_finish_sign_up_subject: "Finish creating your Patchbay account",
  account_mail_finish_sign_up_1:
    "Someone signed up to Patchbay with this email address. If that was not you, ignore this email: no account is created.",
  account_mail_finish_sign_up_2:
    "To finish, open this link within 24 hours and enter the password that you chose:",
  account_mail_confirm_email_subject: "Confirm your email address for Patchbay",
  account_mail_confirm_email_1:
    "Confirm this email address to get alerts from Patchbay. If you have no account there, ignore this email.",
  account_mail_confirm_email_2: "Open this link within 24 hours:",
  account_mail_account_exists_subject: "You already have a Patchbay account",
  account_mail_account_exists_1:
    "Someone tried to create a Patchbay account with this email address, which has one already. If that was not you, ignore this email.",
  account_mail_account_exists_2:
    "You can sign in at {appUrl}/sign-in. If you forgot your password, reset it at {appUrl}/forgot-password.",
  account_mail_password_changed_subject: "Your Patchbay password was changed",
  account_mail_password_changed_1:
    "The password of your Patchbay account was changed, and every other browser was signed out.",
  account_mail_password_changed_2: "If that was not you, reset it at once: {appUrl}/forgot-password",
};

import { auth as t } from "#lib/words/en/screens/auth.ts";
/** Why signing in failed, for the person who tried: `code` is what next-auth hands on as the error. */
export function signInProblem(code: string): string {
  if (code === "CredentialsSignin") {
    return t("sign_in_problem_wrong_email_password");
  }
  const waitSeconds = /^rate_limited:(\d+)$/.exec(code)?.[1];
  if (waitSeconds !== undefined) {
    const minutes = Math.max(1, Math.ceil(Number(waitSeconds) / 60));
    return t("sign_in_problem_too_many_tries_wait", { minutes });
  }
  if (/^busy:\d+$/.test(code)) {
    return t("sign_in_problem_too_many_people_signing");
  }
  return t("sign_in_problem_something_went_wrong_our");
}

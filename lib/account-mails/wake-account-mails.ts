import { wake } from "#lib/jobs/wake.ts";

/** Says that mails about accounts wait to be sent. */
export function wakeAccountMails(): void {
  wake("account-mails/ready");
}

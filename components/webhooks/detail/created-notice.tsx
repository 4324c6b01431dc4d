"use client";

import { useEffect, useState } from "react";
import { Copyable } from "#components/ui/copyable.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";

/**
 * What to do next with a webhook that was just made.
 * @param secret its signing secret, on the first showing only; the notice keeps it until the page is left
 */
export function CreatedNotice({ secret: newSecret }: { secret: string | undefined }) {
  const [secret] = useState(newSecret);
  useEffect(() => {
    // Out of the address, where it would count as a filter of the log and bring the secret back at each visit.
    if (newSecret !== undefined) window.history.replaceState(null, "", window.location.pathname);
  }, [newSecret]);
  if (secret === undefined) return null;
  return (
    <Notice tone="success" title={t("created_notice_title")}>
      <ol className="mt-1 grid list-decimal gap-1.5 pl-5 marker:text-muted">
        <li>
          {t.rich("created_notice_copy_signing_secret_into", {
            part: (
              <span className="mt-1 block w-fit max-w-full rounded-control border border-line bg-surface px-2.5 py-1">
                <Copyable text={secret} label={t("created_notice_label")} />
              </span>
            ),
          })}
        </li>
        <li>
          {t.rich("created_notice_send_test_see_what", {
            link: (text) => <TextLink href="#send-test">{text}</TextLink>,
          })}
        </li>
        <li>
          {t.rich("created_notice_give_engineer_code_that", {
            link: (text) => <TextLink href="#verify">{text}</TextLink>,
          })}
        </li>
      </ol>
    </Notice>
  );
}

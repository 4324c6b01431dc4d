"use client";

import { useEffect, useState } from "react";
import { Copyable } from "#components/ui/copyable.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/**
 * What to do next with a webhook that was just made.
 * @param secret its signing secret, on the first showing only; the notice keeps it until the page is left
 */
export function CreatedNotice({ secret: given }: { secret: string | undefined }) {
  const [secret] = useState(given);
  useEffect(() => {
    // Out of the address, where it would count as a filter of the log and bring the secret back at each visit.
    if (given !== undefined) window.history.replaceState(null, "", window.location.pathname);
  }, [given]);
  if (secret === undefined) return null;
  return (
    <Notice tone="success" title="Your webhook is ready. What next?">
      <ol className="mt-1 grid list-decimal gap-1.5 pl-5 marker:text-muted">
        <li>
          Copy the signing secret into the app at the other end, so that it can tell your events from
          forgeries. You find it again on this page.
          <span className="mt-1 block w-fit max-w-full rounded-control border border-line bg-surface px-2.5 py-1">
            <Copyable text={secret} label="signing secret" />
          </span>
        </li>
        <li>
          <TextLink href="#send-test">Send a test</TextLink> and see what it answers.
        </li>
        <li>
          Give its engineer the <TextLink href="#verify">code that checks the signature</TextLink>.
        </li>
      </ol>
    </Notice>
  );
}

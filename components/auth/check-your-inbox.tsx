import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";

/** After a form that sends a mail: the same whether the address has an account or not. */
export function CheckYourInbox({ email, children }: { email: string; children: ReactNode }) {
  return (
    <div role="status">
      <Notice tone="success" title="Check your inbox">
        <p>
          We sent an email to <span className="font-medium [overflow-wrap:anywhere]">{email}</span>.{" "}
          {children}
        </p>
        <p className="mt-2 text-muted">
          Nothing there? Look in the spam folder, or try again in a few minutes.
        </p>
      </Notice>
    </div>
  );
}

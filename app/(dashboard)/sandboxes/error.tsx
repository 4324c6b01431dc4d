"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";
import { errorPages as t } from "#lib/words/en/screens/error-pages.ts";

export default function SandboxesError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError title={t("sandboxes_error_title")} {...props} />;
}

"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";
import { errorPages as t } from "#lib/words/en/screens/error-pages.ts";

export default function NoticesError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError title={t("notices_error_title")} {...props} />;
}

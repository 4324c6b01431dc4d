"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";
import { errorPages as t } from "#lib/words/en/screens/error-pages.ts";

export default function RecipesError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError title={t("recipes_error_title")} {...props} />;
}

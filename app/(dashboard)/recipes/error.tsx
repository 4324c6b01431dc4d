"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";

export default function RecipesError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError what="the recipes" {...props} />;
}

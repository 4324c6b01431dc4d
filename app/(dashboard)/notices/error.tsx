"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";

export default function NoticesError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError what="the notices" {...props} />;
}

"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";

export default function OperatorError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError what="these numbers" {...props} />;
}

"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";

export default function PaymentsError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError what="the payments" {...props} />;
}

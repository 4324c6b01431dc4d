"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";

export default function TestInboxesError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError what="the test inboxes" {...props} />;
}

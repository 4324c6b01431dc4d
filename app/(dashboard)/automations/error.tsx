"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";

export default function AutomationsError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError what="the automations" {...props} />;
}

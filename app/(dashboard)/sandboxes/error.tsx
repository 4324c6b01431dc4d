"use client";

import { SegmentError } from "#components/listing/segment-error.tsx";

export default function SandboxesError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <SegmentError what="the sandbox" {...props} />;
}

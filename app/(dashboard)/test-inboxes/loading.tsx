import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function TestInboxesLoading() {
  return <DetailLoading what="the test inboxes" />;
}

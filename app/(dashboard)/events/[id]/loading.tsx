import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function EventLoading() {
  return <DetailLoading what="the event" />;
}

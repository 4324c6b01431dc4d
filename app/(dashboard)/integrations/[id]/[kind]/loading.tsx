import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function RecordsLoading() {
  return <DetailLoading what="the copies" />;
}

/** Gathers a line that comes in pieces, and puts them together once they are asked for. */
export class LineBuffer {
  #pieces: Buffer[] = [];
  length = 0;

  add(piece: Buffer): void {
    if (piece.length > 0) this.#pieces.push(piece);
    this.length += piece.length;
  }

  bytes(): Buffer {
    const [first = Buffer.alloc(0), ...others] = this.#pieces;
    if (others.length === 0) return first;
    const whole = Buffer.concat(this.#pieces);
    this.#pieces = [whole];
    return whole;
  }

  clear(): void {
    this.#pieces = [];
    this.length = 0;
  }
}

/** Frame length of Whisper's features: 25 ms at 16 kHz. */
export const FRAME_SAMPLES = 400;
/** Frequencies from 0 to 8 kHz, 40 Hz apart. */
export const BINS = FRAME_SAMPLES / 2 + 1;

/** 4 x 4 x 5 x 5 = 400; small factors make a transform of this length cheap. */
const RADICES = [4, 4, 5, 5] as const;

interface Stage {
  readonly radix: number;
  /** Points of the transforms that this stage joins. */
  readonly points: number;
}

/** Power spectra of frames of 400 real samples, two at a time: one transform of complex numbers holds both. */
export class Spectrum {
  readonly #real = new Float64Array(FRAME_SAMPLES);
  readonly #imaginary = new Float64Array(FRAME_SAMPLES);
  readonly #cosine = new Float64Array(FRAME_SAMPLES);
  readonly #sine = new Float64Array(FRAME_SAMPLES);
  readonly #window = new Float64Array(FRAME_SAMPLES);
  readonly #order = reversedDigits();
  readonly #stages: readonly Stage[];
  readonly #inReal = new Float64Array(5);
  readonly #inImaginary = new Float64Array(5);

  constructor() {
    for (let index = 0; index < FRAME_SAMPLES; index++) {
      const angle = (2 * Math.PI * index) / FRAME_SAMPLES;
      this.#cosine[index] = Math.cos(angle);
      this.#sine[index] = -Math.sin(angle);
      this.#window[index] = 0.5 - 0.5 * Math.cos(angle);
    }
    let points = 1;
    this.#stages = RADICES.map((radix) => {
      const stage = { radix, points };
      points *= radix;
      return stage;
    });
  }

  /**
   * @param samples the signal; both frames lie in it @param first, second where the frames begin
   * @param firstPower, secondPower receive BINS values each
   */
  powers(samples: Float32Array, first: number, second: number, firstPower: Float64Array, secondPower: Float64Array): void {
    for (let index = 0; index < FRAME_SAMPLES; index++) {
      const from = at(this.#order, index);
      const weight = at(this.#window, from);
      this.#real[index] = at(samples, first + from) * weight;
      this.#imaginary[index] = at(samples, second + from) * weight;
    }
    for (const stage of this.#stages) this.#join(stage);
    for (let bin = 0; bin < BINS; bin++) {
      const mirror = (FRAME_SAMPLES - bin) % FRAME_SAMPLES;
      const [real, imaginary] = [at(this.#real, bin), at(this.#imaginary, bin)];
      const [mirrorReal, mirrorImaginary] = [at(this.#real, mirror), at(this.#imaginary, mirror)];
      firstPower[bin] = ((real + mirrorReal) ** 2 + (imaginary - mirrorImaginary) ** 2) / 4;
      secondPower[bin] = ((imaginary + mirrorImaginary) ** 2 + (mirrorReal - real) ** 2) / 4;
    }
  }

  #join({ radix, points }: Stage): void {
    const joined = radix * points;
    const turn = FRAME_SAMPLES / joined;
    for (let block = 0; block < FRAME_SAMPLES; block += joined) {
      for (let offset = 0; offset < points; offset++) this.#butterfly(block + offset, points, radix, offset * turn);
    }
  }

  /** A small transform over `radix` values that lie `points` apart, each turned by its own angle first. */
  #butterfly(start: number, points: number, radix: number, angle: number): void {
    for (let index = 0; index < radix; index++) {
      const place = start + index * points;
      const turn = index * angle;
      const [real, imaginary, cosine, sine] = [
        at(this.#real, place),
        at(this.#imaginary, place),
        at(this.#cosine, turn),
        at(this.#sine, turn),
      ];
      this.#inReal[index] = real * cosine - imaginary * sine;
      this.#inImaginary[index] = real * sine + imaginary * cosine;
    }
    const quarter = FRAME_SAMPLES / radix;
    for (let output = 0; output < radix; output++) {
      let [realSum, imaginarySum] = [0, 0];
      for (let input = 0; input < radix; input++) {
        const turn = ((output * input) % radix) * quarter;
        const [real, imaginary, cosine, sine] = [
          at(this.#inReal, input),
          at(this.#inImaginary, input),
          at(this.#cosine, turn),
          at(this.#sine, turn),
        ];
        realSum += real * cosine - imaginary * sine;
        imaginarySum += real * sine + imaginary * cosine;
      }
      this.#real[start + output * points] = realSum;
      this.#imaginary[start + output * points] = imaginarySum;
    }
  }
}

/** Where each value must stand before the first stage: its digits, in the radices of the stages, read backwards. */
function reversedDigits(): Uint16Array {
  const order = new Uint16Array(FRAME_SAMPLES);
  for (let index = 0; index < FRAME_SAMPLES; index++) {
    let [rest, source, weight] = [index, 0, FRAME_SAMPLES];
    for (const radix of RADICES) {
      weight /= radix;
      source += (rest % radix) * weight;
      rest = Math.floor(rest / radix);
    }
    order[index] = source;
  }
  return order;
}

function at(values: Float32Array | Float64Array | Uint16Array, index: number): number {
  return values[index] ?? 0;
}

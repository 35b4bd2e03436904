/** A soft tone for a message that comes while the visitor looks elsewhere. Off until the visitor asks for it. */
import type { Shelf } from "./talk/shelf";

const KEY = "wegwijs-sound";
const RANG = "wegwijs-rang";
/** Tabs hear of a message at nearly the same moment: one of them sounds. */
const APART = 1_500;
/** A page that the visitor did nothing on yet may not sound; the browser says so by not starting. */
const PATIENCE = 200;

export class Sound {
  #audio: AudioContext | null = null;

  constructor(private readonly shelf: Shelf) {}

  get isOn(): boolean {
    return this.shelf.get(KEY) === "on";
  }

  /** Switches it, and lets the visitor hear what it is. */
  toggle(): void {
    if (this.isOn) return this.shelf.remove(KEY);
    this.shelf.set(KEY, "on");
    void this.#ring();
  }

  play(): void {
    if (this.isOn) void this.shelf.alone(KEY, () => this.#ringOnce());
  }

  async #ringOnce(): Promise<void> {
    if (Date.now() - Number(this.shelf.get(RANG) ?? 0) < APART) return;
    if (await this.#ring()) this.shelf.set(RANG, String(Date.now()));
  }

  /** Whether it sounded. */
  async #ring(): Promise<boolean> {
    const audio = (this.#audio ??= new AudioContext());
    if (audio.state !== "running") await Promise.race([audio.resume(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    if (audio.state !== "running") return false;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.06, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.35);
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.35);
    return true;
  }
}

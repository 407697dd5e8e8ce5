#!/usr/bin/env bash
# A private sound server with a virtual microphone and a virtual speaker.
#   eval "$(audio-rig.sh up)"                    starts it, prints the environment programs need
#   paplay --device=parley_mouth FILE.wav        is heard by the app's microphone
#   parec --device=parley_speaker.monitor ...    hears what the app plays
#   audio-rig.sh unplug | plug                   takes the microphone away, brings it back
#   audio-rig.sh down                            ends it
set -euo pipefail
folder=${PARLEY_RIG:-${TMPDIR:-/tmp}/parley-rig-$(id -u)}
socket=$folder/socket
export XDG_RUNTIME_DIR=$folder/run PULSE_RUNTIME_PATH=$folder/pulse PULSE_STATE_PATH=$folder/state PULSE_SERVER=unix:$socket

running() { pactl info >/dev/null 2>&1; }
plug() {
  pactl load-module module-remap-source source_name=parley_microphone master=parley_mouth.monitor \
    source_properties=device.description=VirtualMicrophone >"$folder/microphone"
  pactl set-default-source parley_microphone
}

case "${1:-}" in
  up)
    mkdir -p "$XDG_RUNTIME_DIR" "$PULSE_RUNTIME_PATH" "$PULSE_STATE_PATH"
    chmod 700 "$folder" "$XDG_RUNTIME_DIR" "$PULSE_RUNTIME_PATH"
    if ! running; then
      rm -f "$socket"
      # No system configuration, no bus, no real-time requests: a container has none of them.
      env -u DBUS_SESSION_BUS_ADDRESS -u PULSE_SERVER HOME="$folder" pulseaudio -n --daemonize=yes --exit-idle-time=-1 --realtime=no \
        --high-priority=no --use-pid-file=yes --log-target="newfile:$folder/log" \
        -L "module-native-protocol-unix socket=$socket auth-anonymous=1" \
        -L "module-null-sink sink_name=parley_speaker rate=48000 channels=2 sink_properties=device.description=VirtualSpeaker" \
        -L "module-null-sink sink_name=parley_mouth rate=48000 channels=1 sink_properties=device.description=VirtualMouth" >"$folder/start" 2>&1
      for _ in $(seq 50); do running && break; sleep 0.1; done
      pactl set-default-sink parley_speaker
      plug
    fi
    echo "export PULSE_SERVER=$PULSE_SERVER PULSE_RUNTIME_PATH=$PULSE_RUNTIME_PATH XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR"
    ;;
  unplug) pactl unload-module "$(cat "$folder/microphone")" ;;
  plug) plug ;;
  down)
    server=$(cat "$PULSE_RUNTIME_PATH/pid" 2>/dev/null || true)
    if [ -n "$server" ] && kill "$server" 2>/dev/null; then
      # It writes into the folder until it is gone.
      for _ in $(seq 50); do kill -0 "$server" 2>/dev/null || break; sleep 0.1; done
    fi
    rm -rf "$folder"
    ;;
  *)
    echo "usage: $0 up | unplug | plug | down" >&2
    exit 2
    ;;
esac

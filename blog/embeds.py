"""Addresses of players that an embed may open when the reader asks for it."""

from urllib.parse import parse_qs, urlsplit


def player_url(url: str) -> str:
    """Give the privacy-preserving player of a video, or `""` when there is none."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    path = parts.path.strip("/").split("/")
    video = ""
    if host == "youtube.com":
        video = parse_qs(parts.query).get("v", [""])[0]
        if path[0] in ("embed", "shorts", "live") and len(path) > 1:
            video = path[1]
    elif host == "youtu.be":
        video = path[0]
    elif host in ("vimeo.com", "player.vimeo.com") and path[-1].isdigit():
        return f"https://player.vimeo.com/video/{path[-1]}?dnt=1"
    if video and all(sign.isalnum() or sign in "-_" for sign in video):
        return f"https://www.youtube-nocookie.com/embed/{video}"
    return ""

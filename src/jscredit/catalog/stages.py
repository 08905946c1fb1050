"""The stages of a catalogue's life (M8)."""

from jscredit.procedure import Stage


class CatalogueStage(Stage):
    """Where a catalogue stands on its way to being published, and after it."""

    NEW = "new", "尚未编制", "not yet compiled"
    DRAFT = "draft", "草案", "draft"
    CONSULTATION = "consultation", "征求社会意见", "public consultation"
    CONSULTED = "consulted", "已征求意见", "consulted"
    SUBMITTED = "submitted", "已报送", "submitted"
    PUBLISHED = "published", "已发布", "published"
    SUPERSEDED = "superseded", "已被替代", "superseded"

"""The web front: pages that a council serves itself. Server-rendered, whole without JavaScript, nothing from elsewhere."""

// “Cite” in Wagtail's text editor: chooses sources, and the place in each of them.
(() => {
  const TYPE = "CITATION";
  const { React } = window;
  const { EditorState, Modifier } = window.DraftJS;
  const { DraftUtils, ModalWorkflowSource, TooltipEntity, registerPlugin } =
    window.draftail;
  const gettext = window.gettext || ((text) => text);

  const shown = (name, locator) => `[${locator ? `${name}, ${locator}` : name}]`;

  // Writes the chosen sources behind the selection, one mark after the other.
  const insert = (editorState, sources) => {
    let state = editorState;
    for (const { id, name } of sources) {
      const content = state
        .getCurrentContent()
        .createEntity(TYPE, "IMMUTABLE", { id: String(id), name });
      const selection = state.getSelection();
      const end = selection.merge({
        anchorKey: selection.getEndKey(),
        anchorOffset: selection.getEndOffset(),
        focusKey: selection.getEndKey(),
        focusOffset: selection.getEndOffset(),
        isBackward: false,
      });
      const key = content.getLastCreatedEntityKey();
      const text = shown(name, "");
      const written = Modifier.insertText(content, end, text, undefined, key);
      state = EditorState.push(state, written, "insert-characters");
    }
    return state;
  };

  const relocate = (editorState, entityKey, entity, locator) => {
    const selection = DraftUtils.getEntitySelection(editorState, entityKey);
    const block = editorState
      .getCurrentContent()
      .getBlockForKey(selection.getStartKey());
    const text = block
      .getText()
      .slice(selection.getStartOffset(), selection.getEndOffset());
    const data = entity.getData();
    const before = data.locator ? `, ${data.locator}]` : "]";
    const name = data.name || text.replace(/^\[/, "").replace(before, "");
    const content = editorState
      .getCurrentContent()
      .createEntity(TYPE, "IMMUTABLE", { id: data.id, name, locator });
    const key = content.getLastCreatedEntityKey();
    const written = Modifier.replaceText(
      content,
      selection,
      shown(name, locator),
      undefined,
      key,
    );
    return EditorState.push(editorState, written, "apply-entity");
  };

  // Asks for the place in the source; resolves with null when nothing shall change.
  const askForPlace = (locator) =>
    new Promise((resolve) => {
      const dialog = document.createElement("dialog");
      dialog.className = "citation-place";
      dialog.innerHTML = `
        <form method="dialog">
          <label for="citation-place-input"></label>
          <input id="citation-place-input" type="text" maxlength="100" autocomplete="off">
          <button class="button" value="ok"></button>
          <button class="button button-secondary" value=""></button>
        </form>`;
      const [ok, cancel] = dialog.querySelectorAll("button");
      const input = dialog.querySelector("input");
      dialog.querySelector("label").textContent = gettext(
        "Place in the source, such as “page 12”, “table 2” or “section 3”",
      );
      ok.textContent = gettext("Save");
      cancel.textContent = gettext("Cancel");
      cancel.formNoValidate = true;
      input.value = locator;
      dialog.addEventListener("close", () => {
        resolve(dialog.returnValue === "ok" ? input.value.trim() : null);
        dialog.remove();
      });
      document.body.append(dialog);
      dialog.showModal();
      input.focus();
    });

  // The keys of all that the texts of this page cite, saved or not.
  const cited = () => {
    const keys = new Set();
    for (const wrapper of document.querySelectorAll("[data-draftail-editor-wrapper]")) {
      const { value } = wrapper.previousElementSibling;
      const entities = JSON.parse(value || "null")?.entityMap || {};
      for (const { type, data } of Object.values(entities)) {
        if (type === TYPE) keys.add(data.id);
      }
    }
    return [...keys].slice(0, 30);
  };

  // What each source is, in a line; asked for once, all marks of a page together.
  const lines = new Map();
  let waiting = new Map();

  const ask = async (url) => {
    const asked = waiting;
    waiting = new Map();
    const query = new URLSearchParams([...asked.keys()].map((id) => ["id", id]));
    const found = await fetch(`${url}?${query}`)
      .then((answer) => (answer.ok ? answer.json() : {}))
      .catch(() => ({}));
    for (const [id, resolve] of asked) resolve(found[id] || "");
  };

  const describe = (url, id) => {
    if (!lines.has(id)) {
      const line = new Promise((resolve) => {
        if (!waiting.size) setTimeout(() => ask(url));
        waiting.set(id, resolve);
      });
      lines.set(id, line);
    }
    return lines.get(id);
  };

  const editorAround = (element) => {
    const wrapper = element?.closest?.("[data-draftail-editor-wrapper]");
    return wrapper?.previousElementSibling?.draftailEditor;
  };

  class CitationSource extends ModalWorkflowSource {
    constructor(props) {
      super(props);
      this.onChosen = this.onChosen.bind(this);
    }

    componentDidMount() {
      const { editorState, entity, entityKey, onComplete, onClose } = this.props;
      // A mark that is edited is selected as a whole; behind it another one is made.
      if (!entity || editorState.getSelection().isCollapsed()) {
        super.componentDidMount();
        return;
      }
      askForPlace(entity.getData().locator || "").then((locator) => {
        if (locator === null) onClose();
        else onComplete(relocate(editorState, entityKey, entity, locator));
      });
    }

    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.citationChooser,
        urlParams: { multiple: 1, cited: cited().join(",") },
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    onChosen(result) {
      const { editorState, onComplete } = this.props;
      this.workflow.close();
      onComplete(insert(editorState, [].concat(result)));
    }
  }

  class CitationMark extends React.Component {
    constructor(props) {
      super(props);
      this.state = { line: "" };
      this.place = React.createRef();
    }

    componentDidMount() {
      // The editor is at hand once it is mounted itself.
      setTimeout(() => {
        const types = editorAround(this.place.current)?.props.entityTypes || [];
        const type = types.find((each) => each.type === TYPE);
        if (!type) return;
        describe(type.chooserUrls.citationDescribed, this.data().id).then((line) => {
          if (this.place.current) this.setState({ line });
        });
      });
    }

    data() {
      const { contentState, entityKey } = this.props;
      return contentState.getEntity(entityKey).getData();
    }

    render() {
      return React.createElement(
        "span",
        { ref: this.place, title: this.state.line || null },
        React.createElement(
          TooltipEntity,
          {
            ...this.props,
            icon: "#icon-openquote",
            label: this.data().locator || "",
          },
          this.props.children,
        ),
      );
    }
  }

  registerPlugin(
    { type: TYPE, source: CitationSource, decorator: CitationMark },
    "entityTypes",
  );

  // The mark at the cursor is edited, otherwise a new one is made.
  document.addEventListener("keydown", (event) => {
    if (!(event.altKey && event.shiftKey && event.code === "KeyC")) return;
    const editor = editorAround(event.target);
    if (!editor?.props.entityTypes.some(({ type }) => type === TYPE)) return;
    event.preventDefault();
    const state = editor.getEditorState();
    const selection = state.getSelection();
    const block = state.getCurrentContent().getBlockForKey(selection.getStartKey());
    const at = Math.max(selection.getStartOffset() - 1, 0);
    const key = block.getEntityAt(at);
    const entity = key && state.getCurrentContent().getEntity(key);
    if (event.ctrlKey && entity?.getType() === TYPE) editor.onEditEntity(key);
    else editor.onRequestSource(TYPE);
  });
})();

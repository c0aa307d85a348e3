/* Writes the tables of 6 x 10,000 iterations with libxlsxwriter in constant memory: the same formulas, a different value in every cell. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#define MOST 8192

typedef struct {
    int texts;
    char **text;
    int *row;
} Formula;

static void line(FILE *from, char *into) {
    if (fgets(into, MOST, from) == NULL) exit(1);
    into[strcspn(into, "\n")] = '\0';
}

static int number(FILE *from) {
    char text[MOST];
    line(from, text);
    return atoi(text);
}

int main(int count, char **words) {
    if (count != 3) return 2;
    FILE *from = fopen(words[1], "r");
    if (from == NULL) return 1;
    int sheets = number(from), above = number(from), rows = number(from), cells = number(from);
    Formula *formulas = malloc(cells * sizeof(Formula));
    for (int c = 0; c < cells; c++) {
        Formula *each = &formulas[c];
        char text[MOST];
        each->texts = number(from);
        each->text = malloc(each->texts * sizeof(char *));
        each->row = malloc(each->texts * sizeof(int));
        for (int t = 0; t < each->texts; t++) {
            line(from, text);
            each->text[t] = strdup(text);
        }
        for (int t = 0; t < each->texts - 1; t++) each->row[t] = number(from);
    }
    fclose(from);

    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *workbook = workbook_new_opt(words[2], &options);
    double value = 0.1234567890123;
    for (int s = 0; s < sheets; s++) {
        lxw_worksheet *sheet = workbook_add_worksheet(workbook, NULL);
        for (int k = 0; k < rows - 1; k++)
            for (int c = 0; c < cells; c++) {
                char formula[MOST] = "=";
                char *end = formula + 1;
                for (int t = 0; t < formulas[c].texts; t++) {
                    end += sprintf(end, "%s", formulas[c].text[t]);
                    if (t < formulas[c].texts - 1) end += sprintf(end, "%d", formulas[c].row[t] + k);
                }
                value += 1e-7;
                worksheet_write_formula_num(sheet, above + k, c, formula, NULL, value);
            }
    }
    return workbook_close(workbook) == LXW_NO_ERROR ? 0 : 1;
}
